package org.jackfield.engine.wiring;

import org.jackfield.engine.call.CallControl;
import org.jackfield.engine.call.FlowRuns;
import org.jackfield.engine.call.run.CallEngine;
import org.jackfield.engine.call.run.CallEngine.Ground;
import org.jackfield.engine.call.run.CallEngine.Voices;
import org.jackfield.engine.call.run.CallStores;
import org.jackfield.engine.call.run.Home;
import org.jackfield.engine.call.run.Neighbours;
import org.jackfield.engine.media.PromptLibrary;
import org.jackfield.engine.media.SpeechSynthesizer;
import org.jackfield.engine.node.NodeMessages;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.store.DataFolder;
import org.jackfield.engine.tenant.Admission;
import org.jackfield.engine.tenant.NumberDirectory;
import org.jackfield.engine.work.WorkDistribution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The calls of this node. Flows and work know calls in turn, so they are looked up late. */
@AutoConfiguration(after = {CallStoresAutoConfiguration.class, NodeAutoConfiguration.class,
    ClusterAutoConfiguration.class, TenantsAutoConfiguration.class, LoopbackAutoConfiguration.class})
public class CallAutoConfiguration {

    @Bean
    Neighbours callNeighbours(CallControl control, ObjectProvider<FlowRuns> flows,
            ObjectProvider<WorkDistribution> work, NumberDirectory numbers, Admission admission,
            NodeMessages nodes) {
        return new Neighbours(control, flows::getObject, work::getObject, numbers, admission, nodes);
    }

    @Bean
    Voices callVoices(PromptLibrary prompts, SpeechSynthesizer speech) {
        return new Voices(prompts, speech);
    }

    @Bean
    Home callHome(Nodes nodes, DataFolder folder) {
        return new Home(nodes::self, folder.resolve("recordings"));
    }

    @Bean
    CallEngine callEngine(CallStores stores, Neighbours neighbours, Voices voices, Home home, Ground ground) {
        return new CallEngine(stores, neighbours, voices, home, ground);
    }
}
