// set: internal
exports.handler = async ({ day }) => ({ day, findings: [] });
