// The commands that the stand-in's own tests register: every kind of option, a menu, and one for guilds only.

import { ChannelType } from 'discord.js';

export const COMMANDS = [
  {
    name: 'mpp',
    description: 'Answers',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      {
        type: 1,
        name: 'ask',
        description: 'Ask',
        options: [
          {
            type: 3,
            name: 'question',
            description: 'Q',
            required: true,
            autocomplete: true,
            max_length: 50,
          },
          {
            type: 3,
            name: 'language',
            description: 'L',
            choices: [{ name: 'English', value: 'en' }],
          },
          { type: 5, name: 'private', description: 'P' },
          { type: 4, name: 'count', description: 'N', min_value: 1, max_value: 5 },
        ],
      },
      {
        type: 2,
        name: 'staff',
        description: 'Staff',
        options: [
          {
            type: 1,
            name: 'pin',
            description: 'Pin',
            options: [
              {
                type: 7,
                name: 'channel',
                description: 'C',
                channel_types: [ChannelType.GuildText],
              },
              { type: 6, name: 'who', description: 'W' },
              { type: 8, name: 'role', description: 'R' },
              { type: 9, name: 'any', description: 'A' },
              { type: 11, name: 'file', description: 'F' },
            ],
          },
        ],
      },
    ],
  },
  { name: 'Check this', type: 3 },
  { name: 'server-only', description: 'S', contexts: [0], integration_types: [0] },
];
