// set: database
exports.handler = async ({ month }) => ({ month, orders: 0 });
