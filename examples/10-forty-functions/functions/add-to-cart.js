// set: database
exports.handler = async ({ cartId, item }) => ({ cartId, items: [item] });
