// set: database
exports.handler = async ({ cartId }) => ({ cartId, items: [] });
