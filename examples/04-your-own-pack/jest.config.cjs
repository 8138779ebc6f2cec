module.exports = require("../../jest.preset.cjs")(__dirname, { roots: ["<rootDir>/policy-pack/src"] });
