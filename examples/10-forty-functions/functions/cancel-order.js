// set: database
exports.handler = async ({ orderId }) => ({ orderId, state: "cancelled" });
