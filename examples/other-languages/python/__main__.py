import pulumi
import pulumi_lambda_vpc as lambda_vpc

code = pulumi.FileArchive("code")
shop = lambda_vpc.LambdaVpc(
    "shop",
    network=lambda_vpc.NetworkDescriptionArgs(
        cidr_block="10.0.0.0/16", zones=["us-east-1a", "us-east-1b"], nat=lambda_vpc.Nat.ONE, nat_zone="us-east-1a"
    ),
    sets={"internet": lambda_vpc.FunctionSetArgs(reach={"https": lambda_vpc.ReachArgs(port=443, cidr="0.0.0.0/0")})},
    functions={
        "orders": lambda_vpc.FunctionInSetArgs(runtime="nodejs22.x", handler="index.handler", code=code),
        "reports": lambda_vpc.FunctionInSetArgs(runtime="nodejs22.x", handler="reports.handler", code=code),
    },
)
pulumi.export("plan", shop.plan)
