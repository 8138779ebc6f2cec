// set: partners
exports.handler = async ({ card, amount }) => ({ card, charged: amount });
