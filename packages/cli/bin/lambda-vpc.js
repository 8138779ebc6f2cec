#!/usr/bin/env node
// A file that is executable in this repository too, where the compiled ones are not.
require("../dist/main.js");
