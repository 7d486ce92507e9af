// @bench group=kit label="tencent-error-kit/core: diagnose alone"
export { diagnose } from "tencent-error-kit/core";
