// set: internal
exports.handler = async ({ review }) => ({ score: review.length > 0 ? 1 : 0 });
