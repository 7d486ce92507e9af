// @bench group=kit label="tencent-error-kit/core, all of it"
export * from "tencent-error-kit/core";
