// set: database
exports.handler = async ({ orderId, reason }) => ({ orderId, reason });
