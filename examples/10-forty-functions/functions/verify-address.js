// set: partners
exports.handler = async ({ address }) => ({ address, known: true });
