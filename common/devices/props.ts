import { optionsCall } from "../call";
import type { OptionsQuery } from "../pipedream";
import type { DevicesApi } from "./api";
import { isPhone } from "./shapes";

export const devicesProps = {
  device: {
    type: "string",
    label: "Device",
    description: "The id of a watch or a scale, e.g. `816713257`. Take `id` from **List Devices**. Left out, all of them but the phone.",
    optional: true,
    async options(this: DevicesApi, { page }: OptionsQuery) {
      if (page > 0) return [];
      const { data } = await this.listDevices(optionsCall());
      return data.filter((device) => !isPhone(device)).map(({ id, type, deviceVersion }) => (
        { label: deviceVersion ?? type ?? id, value: id }
      ));
    },
  },
} as const;
