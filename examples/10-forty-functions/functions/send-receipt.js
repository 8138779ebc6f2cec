// set: internal
exports.handler = async ({ orderId, email }) => ({ orderId, to: email });
