// set: database
exports.handler = async ({ name, email }) => ({ name, email });
