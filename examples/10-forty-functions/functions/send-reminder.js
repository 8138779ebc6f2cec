// set: internal
exports.handler = async ({ cartId, email }) => ({ cartId, to: email });
