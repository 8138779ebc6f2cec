// set: internal
exports.handler = async ({ before }) => ({ before, deleted: 0 });
