// set: internal
exports.handler = async ({ image, width }) => ({ image, width });
