/** The version that a report names. A test keeps it in step with the package's. */
export const kitVersion = "0.1.0";
