// set: partners
exports.handler = async ({ orderId }) => ({ orderId, booked: true });
