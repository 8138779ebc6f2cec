// set: database
exports.handler = async ({ customerId, changes }) => ({ customerId, ...changes });
