// set: internal
exports.handler = async ({ file }) => ({ file, imported: true });
