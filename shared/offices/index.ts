export { districtCodeOf, type Office, type OfficeType, officeLabel } from "./office.ts";
export { type ProvincePack, packProvince, unpackProvince } from "./pack.ts";
export { PROVINCES } from "./provinces.ts";
export { buildRegistry, type District, type DistrictNames, type Registry } from "./registry.ts";
