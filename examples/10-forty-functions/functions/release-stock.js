// set: database
exports.handler = async ({ item, count }) => ({ item, released: count });
