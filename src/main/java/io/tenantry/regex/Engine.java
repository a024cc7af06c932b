package io.tenantry.regex;

/** Who runs a pattern that has been read. */
sealed interface Engine {
    /** Runs through one text. */
    interface Search {
        boolean matches();

        boolean find();

        int start(int group);

        int end(int group);
    }

    Search on(String text, Steps steps);

    static Engine of(PatternReader read) {
        return read.backtracks() ? Backtracking.of(read) : Linear.of(read);
    }

    /** RE2: the time follows the length of the text, the stack nothing. */
    record Linear(com.google.re2j.Pattern pattern, int weight) implements Engine {
        static Linear of(PatternReader read) {
            try {
                var pattern = com.google.re2j.Pattern.compile(read.canonical());
                return new Linear(pattern, read.size() * (1 + read.groups().count() / 8));
            } catch (com.google.re2j.PatternSyntaxException e) {
                throw new InvalidPattern(e.getDescription());
            }
        }

        @Override
        public Search on(String text, Steps steps) {
            var matcher = pattern.matcher(new CountedText(text, weight, steps));
            return new Search() {
                @Override
                public boolean matches() {
                    return matcher.matches();
                }

                @Override
                public boolean find() {
                    return matcher.find();
                }

                @Override
                public int start(int group) {
                    return matcher.start(group);
                }

                @Override
                public int end(int group) {
                    return matcher.end(group);
                }
            };
        }
    }

    /** What RE2 leaves out, references back and looks around, with the JDK's engine, which recurses for every repetition of a group. */
    record Backtracking(java.util.regex.Pattern pattern) implements Engine {
        private static final int WEIGHT = 10;

        static Backtracking of(PatternReader read) {
            try {
                return new Backtracking(java.util.regex.Pattern.compile(
                        read.canonical(),
                        java.util.regex.Pattern.UNIX_LINES | java.util.regex.Pattern.UNICODE_CHARACTER_CLASS));
            } catch (java.util.regex.PatternSyntaxException e) {
                throw new InvalidPattern(e.getDescription());
            }
        }

        @Override
        public Search on(String text, Steps steps) {
            var matcher = pattern.matcher(new CountedText(text, WEIGHT, steps));
            return new Search() {
                @Override
                public boolean matches() {
                    try {
                        return matcher.matches();
                    } catch (StackOverflowError e) {
                        throw new CostlyMatch();
                    }
                }

                @Override
                public boolean find() {
                    try {
                        return matcher.find();
                    } catch (StackOverflowError e) {
                        throw new CostlyMatch();
                    }
                }

                @Override
                public int start(int group) {
                    return matcher.start(group);
                }

                @Override
                public int end(int group) {
                    return matcher.end(group);
                }
            };
        }
    }
}
