// set: internal
exports.handler = async ({ day }) => ({ day, archived: true });
