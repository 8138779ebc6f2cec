// set: database
exports.handler = async ({ customerId, items }) => ({ customerId, items, state: "created" });
