// set: database
exports.handler = async ({ customerId }) => ({ customerId, orders: [] });
