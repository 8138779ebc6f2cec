// set: database
exports.handler = async ({ customerId }) => ({ customerId, deleted: true });
