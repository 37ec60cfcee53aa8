import { admitOwnScriptsOnly } from '#app/own-scripts.ts';

/** As the product: the test pages have its policy, and could start no worker without. */
admitOwnScriptsOnly();
