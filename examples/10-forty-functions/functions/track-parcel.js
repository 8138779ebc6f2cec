// set: partners
exports.handler = async ({ parcel }) => ({ parcel, state: "on its way" });
