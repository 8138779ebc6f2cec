// set: internal
exports.handler = async ({ before }) => ({ before, expired: 0 });
