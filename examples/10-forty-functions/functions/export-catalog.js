// set: internal
exports.handler = async () => ({ file: "catalog.json" });
