// set: database
exports.handler = async () => ({ customers: [] });
