// set: partners
exports.handler = async ({ orderId }) => ({ orderId, suspicious: false });
