package org.jackfield.engine.bpmn;

import javax.script.ScriptEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.camunda.bpm.engine.impl.scripting.engine.CamundaScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptingEngines;

/** Finds no script engine, whatever lies on the class path; DMN tables ask here too. */
final class NoScriptEngines extends ScriptingEngines {

    NoScriptEngines() {
        super(new DefaultScriptEngineResolver(new CamundaScriptEngineManager()));
    }

    @Override
    public ScriptEngine getScriptEngineForLanguage(String language) {
        throw new ProcessEngineException("a model has no scripts");
    }
}
