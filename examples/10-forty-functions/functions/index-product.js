// set: internal
exports.handler = async ({ productId }) => ({ productId, indexed: true });
