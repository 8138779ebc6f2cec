// set: internal
exports.handler = async ({ orderId }) => ({ invoice: `${orderId}.pdf` });
