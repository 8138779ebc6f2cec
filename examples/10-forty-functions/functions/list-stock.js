// set: database
exports.handler = async () => ({ items: [] });
