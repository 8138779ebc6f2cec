// set: database
exports.handler = async ({ item, count }) => ({ item, reserved: count });
