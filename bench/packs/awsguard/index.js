const { AwsGuard } = require("@pulumi/awsguard");

new AwsGuard();
