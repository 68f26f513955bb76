import "./base/theme.css";
import { apply } from "./base/theme";
import "./parts/states";
import "./parts/app";

apply();
