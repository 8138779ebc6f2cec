// set: internal
exports.handler = async ({ edition }) => ({ edition, sent: true });
