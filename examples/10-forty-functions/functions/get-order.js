// set: database
exports.handler = async ({ orderId }) => ({ orderId });
