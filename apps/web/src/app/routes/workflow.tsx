export { WorkflowPage as WorkflowRoute } from '../../features/workflow-settings/workflow-page'
