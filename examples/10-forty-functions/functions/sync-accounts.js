// set: partners
exports.handler = async ({ month }) => ({ month, synced: true });
