// set: internal
exports.handler = async ({ orderId }) => ({ orderId, published: true });
