package io.tenantry.provisioning.expression.value;

import java.util.List;

/** A function that yields nothing where an argument that it needs has no value (provisioning-engine.md §5.2). */
public abstract class StrictFunction extends NamedFunction {
    protected StrictFunction(String name, Parameter... parameters) {
        super(name, parameters);
    }

    /** What a call does with its values. */
    public interface Body {
        Value of(Arguments arguments);
    }

    /** Made anew for each call that is planned, so that it can keep what it has made ready. */
    protected abstract Body body();

    @Override
    public final Evaluator plan(List<Evaluator> arguments) {
        return new Call(this, arguments, body());
    }

    private static final class Call implements Evaluator {
        private final Evaluator[] arguments;
        private final boolean[] needed;
        private final Body body;

        Call(Function function, List<Evaluator> arguments, Body body) {
            this.arguments = arguments.toArray(Evaluator[]::new);
            this.needed = new boolean[this.arguments.length];
            for (int i = 0; i < needed.length; i++) {
                needed[i] = function.parameter(i, needed.length).required();
            }
            this.body = body;
        }

        @Override
        public Value evaluate(Attributes attributes) {
            Value[] values = new Value[arguments.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].evaluate(attributes);
                if (needed[i] && values[i].isAbsent()) {
                    return Value.NOTHING;
                }
            }
            return body.of(new Arguments(values, attributes));
        }
    }
}
