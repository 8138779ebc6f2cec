// set: partners
exports.handler = async ({ currency }) => ({ currency, rate: 1 });
