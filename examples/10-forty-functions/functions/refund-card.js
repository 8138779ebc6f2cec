// set: partners
exports.handler = async ({ card, amount }) => ({ card, refunded: amount });
