module.exports = {
  plugins: { [require.resolve("./packages/workspace/lint/words/typescript-prose.cjs")]: true },
  rules: {
    prh: { rulePaths: ["packages/workspace/lint/words/words.yml"], checkLink: true, checkBlockQuote: true, checkEmphasis: true },
  },
};
