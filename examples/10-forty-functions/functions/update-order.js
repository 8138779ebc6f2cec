// set: database
exports.handler = async ({ orderId, changes }) => ({ orderId, ...changes });
